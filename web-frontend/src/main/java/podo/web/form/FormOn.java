package podo.web.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The address of the page whose form is sent to this method, for example {@code /checkout/{id}}. Variables are the method's path
 * variables or form fields; a query parameter is left out when its field was not sent. Of several pages the browser's Referer
 * decides, else the first whose path is complete. Without this annotation the form is on the page with the same address.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormOn {

    String[] value();
}
