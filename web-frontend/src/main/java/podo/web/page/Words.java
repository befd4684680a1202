package podo.web.page;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import podo.web.calls.ServiceRefusal;

/** Texts in the fan's language, and refusals of other services in words that say what happens next. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, @Nullable Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** Our own words for this refusal when there are any, else the service's. */
    public String of(ServiceRefusal refusal) {
        String own = messages.getMessage(
                "refused." + refusal.name(),
                new Object[] {refusal.retryAfter()},
                refusal.detail(),
                LocaleContextHolder.getLocale());
        return own != null ? own : of(refusal.status() >= 500 ? "refused.internal-error" : "refused.invalid");
    }
}
