package podo.starter.input;

import java.beans.PropertyEditorSupport;
import java.util.List;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Makes {@link PlainNumbers} the only way to read a number: Spring asks its lenient editors when a converter refuses. */
@ControllerAdvice
class PlainNumberEditors {

    private static final List<Class<?>> TYPES =
            List.of(Long.class, long.class, Integer.class, int.class, Double.class, double.class);

    @InitBinder
    void register(WebDataBinder binder) {
        TYPES.forEach(type -> binder.registerCustomEditor(type, new PlainNumberEditor(type)));
    }

    private static class PlainNumberEditor extends PropertyEditorSupport {

        private final Class<?> type;

        PlainNumberEditor(Class<?> type) {
            this.type = type;
        }

        @Override
        public void setAsText(String text) {
            setValue(PlainNumbers.parse(text, type));
        }
    }
}
