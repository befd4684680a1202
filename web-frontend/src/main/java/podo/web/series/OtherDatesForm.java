package podo.web.series;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.web.client.ListedEvent;

/**
 * The other dates that a change goes to, as ticked.
 *
 * @param also a date's id and the version of it that the page showed: {@code 57.3}
 * @param parts names of {@link SharedPart}
 */
public record OtherDatesForm(
        @Nullable List<String> also, @Nullable List<String> parts) {

    /** What goes along unless it is unticked. */
    private static final Set<SharedPart> USUAL = EnumSet.complementOf(EnumSet.of(SharedPart.START));

    public boolean isTicked(ListedEvent.OtherDate date) {
        return also != null && also.stream().anyMatch(one -> one.startsWith(date.id() + "."));
    }

    public boolean isTicked(SharedPart part) {
        return sharedParts().contains(part);
    }

    /** The value of a date's box. */
    public String valueOf(ListedEvent.OtherDate date) {
        return date.id() + "." + (date.version() == null ? "" : date.version());
    }

    public SharedPart[] choices() {
        return SharedPart.values();
    }

    /** The version of a ticked date that the page showed; null when it had none. */
    @Nullable
    Integer versionOf(ListedEvent.OtherDate date) {
        return also == null
                ? null
                : also.stream()
                        .filter(one -> one.matches(date.id() + "[.][0-9]{1,9}"))
                        .map(one -> Integer.valueOf(one.substring(one.indexOf('.') + 1)))
                        .findFirst()
                        .orElse(null);
    }

    Set<SharedPart> sharedParts() {
        if (parts == null && also == null) {
            return USUAL;
        }
        Set<SharedPart> ticked = EnumSet.noneOf(SharedPart.class);
        if (parts != null) {
            Arrays.stream(SharedPart.values())
                    .filter(part -> parts.contains(part.name()))
                    .forEach(ticked::add);
        }
        return ticked;
    }
}
