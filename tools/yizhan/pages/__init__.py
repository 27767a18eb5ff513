"""The public site: pages made from records; one kind a module, templates without logic."""
