"""A text that has most of what reports have: libraries that make it have loaded and used what they need."""

TEXT = """---
date: 2024-04-02
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

The teams, which went out each of the 12 months, found 3,400 metres of pipe and 26 springs. They said that
18 people had fallen ill since then, a further 5 having been treated at home, and that more than 2,000
households, most of them large, had no water in May; in 2023 it was 900. Sales of water rose by 14 per cent
to 6.2 million litres, while those of ice fell from 410 to 230 tonnes. The plan, which passed by 24 votes to
9, doubles the budget from £1.2 million to £2.4 million. For more information, call the office on 020 7946
0000.

The share is $37/412$. By 2027, 500 wells are planned, 20 per cent of them in the north.

[^1]: As of 31 March.
"""
