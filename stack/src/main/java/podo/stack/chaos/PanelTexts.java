package podo.stack.chaos;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the panel in one language. */
record PanelTexts(Locale language) {

    /** The wish in the address, else what the browser asks for first; English unless that is Korean. */
    static PanelTexts wanted(String query, String acceptLanguage) {
        var wish = query.startsWith("lang=") ? query.substring("lang=".length()) : acceptLanguage;
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(wish), List.of(Locale.KOREAN, Locale.ENGLISH));
            return new PanelTexts(found == null ? Locale.ENGLISH : found);
        } catch (IllegalArgumentException e) {
            return new PanelTexts(Locale.ENGLISH);
        }
    }

    String of(String key, Object... arguments) {
        var text = ResourceBundle.getBundle(
                        "podo.stack.chaos.messages",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
    }
}
