package podo.web.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Formats times in the zone of {@link PageSettings} and the language of the request. */
@Component("times")
public class Times implements TemplateBean {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final Pattern DAY = new Pattern("yyyy.MM.dd(E)", "EEE d MMM yyyy");
    private static final Pattern SHORT_DAY = new Pattern("M.d(E)", "EEE d MMM");
    private static final Pattern MONTH = new Pattern("yyyy년 M월", "MMMM yyyy");
    private static final Pattern BRIEF = new Pattern("M.d(E) HH:mm", "EEE d MMM, HH:mm");

    /** Both are made once: making one costs more than formatting ten times with it. */
    private record Pattern(DateTimeFormatter korean, DateTimeFormatter english) {

        Pattern(String korean, String english) {
            this(
                    DateTimeFormatter.ofPattern(korean, Locale.KOREAN),
                    DateTimeFormatter.ofPattern(english, Locale.ENGLISH));
        }

        String of(TemporalAccessor time) {
            return (isKorean() ? korean : english).format(time);
        }
    }

    private final PageSettings settings;
    private final Clock clock;
    /** Looked up once: the JDK searches its tables of zone names at each call. */
    private final String zoneName;

    Times(PageSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.zoneName = settings.zone().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** Sat 12 Dec 2026, 19:00 KST; 2026.12.12(토) 19:00 KST. */
    public String full(@Nullable Instant at) {
        return at == null ? "" : day(at) + (isKorean() ? " " : ", ") + time(at);
    }

    /** Sat 12 Dec 2026; 2026.12.12(토). */
    public String day(Instant at) {
        return formatted(at, DAY);
    }

    /** 12 Dec, 19:00; 12.12(토) 19:00, for narrow table columns. */
    public String brief(Instant at) {
        return formatted(at, BRIEF);
    }

    /** Sat 12 Dec; 12.12(토). */
    public String day(LocalDate day) {
        return SHORT_DAY.of(day);
    }

    /** The month of the shop's calendar in which this is. */
    public YearMonth monthOf(Instant at) {
        return YearMonth.from(dateOf(at));
    }

    /** December 2026; 2026년 12월. */
    public String month(YearMonth month) {
        return MONTH.of(month);
    }

    /** 19:00, where the zone is said elsewhere. */
    public String hour(Instant at) {
        return CLOCK.format(local(at));
    }

    public LocalDate dateOf(Instant at) {
        return local(at).toLocalDate();
    }

    /** 19:00 KST. */
    public String time(Instant at) {
        return CLOCK.format(local(at)) + " " + zoneName;
    }

    /** A time before a start: with its day where that is not the day of the start. */
    public String before(Instant at, @Nullable Instant start) {
        boolean sameDay =
                start != null && local(at).toLocalDate().equals(local(start).toLocalDate());
        return sameDay ? time(at) : full(at);
    }

    /** 19:00:07, without a zone. */
    public String clock(Instant at) {
        return SECONDS.format(local(at));
    }

    /** The zone's id, for scripts that format times. */
    public String zone() {
        return settings.zone().getId();
    }

    public ZoneId zoneId() {
        return settings.zone();
    }

    /** The value of an input of type {@code datetime-local}, with seconds and fractions only where there are some. */
    public String field(Instant at) {
        return local(at).toLocalDateTime().toString();
    }

    /** That time of the day, so many days from today. */
    public Instant inDays(int days, LocalTime time) {
        return local(now())
                .toLocalDate()
                .plusDays(days)
                .atTime(time)
                .atZone(settings.zone())
                .toInstant();
    }

    public Instant now() {
        return clock.instant();
    }

    private String formatted(Instant at, Pattern pattern) {
        return pattern.of(local(at));
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(settings.zone());
    }

    private static boolean isKorean() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ko");
    }
}
