"""小二快答 (Xiaoer): a quick-reply assistant for customer-service desks."""

__version__ = "0.1.0"
