package podo.starter.security;

/** The caller, as the token names them; a controller parameter of this type is filled from it. */
public record Fan(long id, String email, String name, boolean organiser) {}
