"""The ground floor: plain frozen data, no I/O, nothing imported of ours."""
