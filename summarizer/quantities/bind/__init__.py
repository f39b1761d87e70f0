"""Figures + outline → what each counts, for which years, told as done or planned."""
