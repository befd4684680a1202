package podo.web.page;

/** Marks a bean that templates call by its bean name. */
public interface TemplateBean {}
