package podo.web.page;

import java.io.Serializable;

/** The logged-in account, the principal of Spring Security. */
public record Visitor(long id, String email, String name, boolean organiser, boolean operator)
        implements Serializable {}
