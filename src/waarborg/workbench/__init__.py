"""The shared record: Django models as storage, services, queries, audit trail."""
