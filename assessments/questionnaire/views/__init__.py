"""The questionnaire's views, one module for each kind of page."""
