package podo.web.page;

import java.io.Serializable;

/** The fan who is logged in on this browser, as Security's principal. */
public record Visitor(long id, String email, String name, boolean organiser) implements Serializable {}
