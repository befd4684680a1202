package podo.web.label;

import java.text.Bidi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.page.TemplateBean;

/** Isolates the direction of a person's text that is joined with other text, so that an Arabic title does not turn the date behind it. */
@Component("bidi")
public class DirectionIsolation implements TemplateBean {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    /** The text between isolates when anything in it runs from right to left; else as it is. */
    public String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }
}
