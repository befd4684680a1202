package podo.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import podo.starter.problem.InvalidField;

/**
 * Refuses parameters that name a form's field as something that it is not: {@code title[0]}, {@code grades[x].name},
 * {@code grades[256].name}. Spring's binder answers each of them with another exception.
 */
@ControllerAdvice
class FormFieldNames {

    /** A hundred lines are more than any form shows. */
    private static final String INDEX = "\\[(0|[1-9][0-9]?)]";

    @InitBinder
    void check(WebDataBinder binder, HttpServletRequest request) {
        ResolvableType type = binder.getTargetType();
        Class<?> form = type == null ? null : type.resolve();
        if (form != null && form.isRecord()) {
            for (RecordComponent component : form.getRecordComponents()) {
                check(component, request);
            }
        }
    }

    private static void check(RecordComponent component, HttpServletRequest request) {
        String name = component.getName();
        Pattern allowed = Pattern.compile(name + partsOf(lineOf(component)));
        for (String parameter : request.getParameterMap().keySet()) {
            boolean named =
                    parameter.equals(name) || parameter.startsWith(name + "[") || parameter.startsWith(name + ".");
            if (named && !allowed.matcher(parameter).matches()) {
                throw new InvalidField(parameter, "no-such-field");
            }
        }
    }

    private static String partsOf(@Nullable Class<?> line) {
        if (line == null) {
            return "";
        }
        var parts = new StringBuilder();
        for (RecordComponent part : line.getRecordComponents()) {
            parts.append(parts.isEmpty() ? "" : "|").append(part.getName());
        }
        return INDEX + "\\.(" + parts + ")";
    }

    /** The record of one line when the component is a list of lines, else null. */
    private static @Nullable Class<?> lineOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> line
                        && line.isRecord()
                ? line
                : null;
    }
}
