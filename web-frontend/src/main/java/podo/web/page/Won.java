package podo.web.page;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Formats whole won: ₩132,000. */
@Component("won")
public class Won implements TemplateBean {

    public String of(long amount) {
        return (amount < 0 ? "−₩" : "₩") + String.format(Locale.ROOT, "%,d", Math.abs(amount));
    }

    public String range(long lowest, long highest) {
        return lowest == highest ? of(lowest) : of(lowest) + "–" + of(highest).substring(1);
    }
}
