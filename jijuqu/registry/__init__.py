"""The public record: quota holders, parks, planning layers, clusters and their boundaries, each with its days."""
