"""Clusters of small and medium firms (中小企业集聚区): planned, approved, built and run under the city's notice."""
