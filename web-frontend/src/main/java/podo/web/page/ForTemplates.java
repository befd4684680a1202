package podo.web.page;

/** Templates may call this bean, by its name. */
public interface ForTemplates {}
