"""The metrics app: the KPI catalogue."""
