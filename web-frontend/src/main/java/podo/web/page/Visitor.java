package podo.web.page;

/** The logged-in account, the principal of Spring Security. */
public record Visitor(long id, String email, String name, boolean organiser) {}
