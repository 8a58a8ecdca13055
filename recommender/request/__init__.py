"""What the user decides: options, money, what last year's plan left; checked and completed from the catalog."""
