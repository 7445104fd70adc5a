"""Team packs on a shared store. Empty until packs can be published."""
