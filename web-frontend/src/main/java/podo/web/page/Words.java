package podo.web.page;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import podo.web.client.ServiceRefusal;

/** Texts of the message bundle in the language of the request, and the texts for refusals of other services. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** The text of the key, or {@code unknown} when there is none. */
    public String known(String key, String unknown) {
        String text = messages.getMessage(key, null, null, LocaleContextHolder.getLocale());
        return text == null ? unknown : text;
    }

    /** The bundle's text {@code refused.<problem>} when there is one, else the service's own explanation. */
    public String of(ServiceRefusal refusal) {
        // not as the default text: that would be read as a pattern and lose its apostrophes and braces
        String text = messages.getMessage(
                "refused." + refusal.problem(),
                new Object[] {refusal.retryAfterSeconds()},
                null,
                LocaleContextHolder.getLocale());
        if (text != null) {
            return text;
        }
        return refusal.detail() != null
                ? refusal.detail()
                : of(refusal.status() >= 500 ? "refused.internal-error" : "refused.invalid");
    }
}
