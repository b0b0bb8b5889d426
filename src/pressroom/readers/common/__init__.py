"""What readers share: bytes to text, limits, outline, running text, the plain text of sources without one."""
