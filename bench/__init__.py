"""Measures the guide beside the stock stack."""
