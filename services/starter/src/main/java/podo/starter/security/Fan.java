package podo.starter.security;

/** The caller, from the claims of the access token; usable as a controller parameter. */
public record Fan(long id, String email, String name, boolean organiser) {}
