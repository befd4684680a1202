package podo.starter.text;

import java.util.Locale;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.Parser;
import org.springframework.format.Printer;

/** Normalises query and form parameters that are {@link PersonText}. */
public class PersonTextFormat implements AnnotationFormatterFactory<PersonText> {

    private static final Formatter<String> NORMALISED = new Formatter<>() {
        @Override
        public String parse(String text, Locale locale) {
            return WrittenText.normalise(text);
        }

        @Override
        public String print(String text, Locale locale) {
            return text;
        }
    };

    @Override
    public Set<Class<?>> getFieldTypes() {
        return Set.of(String.class);
    }

    @Override
    public Printer<String> getPrinter(PersonText annotation, Class<?> fieldType) {
        return NORMALISED;
    }

    @Override
    public Parser<String> getParser(PersonText annotation, Class<?> fieldType) {
        return NORMALISED;
    }
}
