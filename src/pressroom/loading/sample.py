"""A text that has most of what reports have: libraries that make it have loaded and used what they need."""

TEXT = """---
date: 2024-04-02
lang: en-GB
---

# Wells in 2024

The survey counted 412 wells in March 2024, up from 310 a year before, and **37 of them** were dry[^1].
Repairs cost £61,400, or about 12 per cent of the budget, [the council](https://council.example) said.

## Costs

- The pump in the square cost £9,200.
- The other nine cost £3,100 each.

| District | Wells | Dry |
|:---------|------:|----:|
| North    |   120 |  11 |
| South    |   292 |  26 |

```chart
mark = "bar"
x = "District"
y = ["Wells", "Dry"]
title = "Most wells are in the south"
```

## Outlook

> We shall look at each of them again.

The share is $37/412$. By 2027, 500 wells are planned, 20 per cent of them in the north.

[^1]: As of 31 March.
"""
