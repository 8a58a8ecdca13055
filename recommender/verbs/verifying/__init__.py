"""Plan documents derived again and checked: prerequisites, money, calendar, arithmetic, values."""
