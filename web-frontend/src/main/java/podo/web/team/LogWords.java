package podo.web.team;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.starter.team.TeamRole;
import podo.web.label.FieldLabels;
import podo.web.page.Times;
import podo.web.page.Words;

/** The log's actions in words. */
@Component
public class LogWords {

    /** In the order of the filter. */
    static final List<String> KINDS = List.of(
            "EVENT_CREATED",
            "EVENT_CHANGED",
            "EVENT_PUBLISHED",
            "EVENT_WITHDRAWN",
            "EVENT_CANCELLED",
            "POSTER_CHANGED",
            "POSTER_REMOVED",
            "VENUE_CREATED",
            "VENUE_CHANGED",
            "LEVERS_SET",
            "SEATS_BLOCKED",
            "SEATS_UNBLOCKED",
            "SOLD_AT_DESK",
            "REFUNDED",
            "HANDED_BACK",
            "MOVED",
            "NOTED",
            "NAMED",
            "TICKETS_SENT",
            "MAIL_SENT",
            "ORDERS_EXPORTED",
            "CODE_ADDED",
            "CODE_SWITCHED_OFF",
            "CODE_SWITCHED_ON",
            "MEMBER_INVITED",
            "INVITATION_WITHDRAWN",
            "MEMBER_JOINED",
            "ROLE_CHANGED",
            "MEMBER_REMOVED",
            "MEMBER_LEFT",
            "TEAM_RENAMED",
            "KEY_MADE",
            "KEY_REVOKED",
            "WEBHOOK_MADE",
            "WEBHOOK_CHANGED",
            "WEBHOOK_SWITCHED_ON",
            "WEBHOOK_SWITCHED_OFF",
            "WEBHOOK_SECRET_RENEWED",
            "WEBHOOK_TESTED",
            "WEBHOOK_SENT_AGAIN",
            "WEBHOOK_DELETED");

    /** Numbers that say nothing to people. */
    private static final Set<String> HIDDEN = Set.of("cancellationId", "moveId", "account");

    /** Values that no form has as a field. */
    private static final Set<String> NAMED = Set.of(
            "count",
            "venue",
            "version",
            "refund",
            "way",
            "amount",
            "fee",
            "priceDifference",
            "invitation",
            "seats",
            "from",
            "to",
            "key",
            "scopes",
            "endsAt",
            "address",
            "types");

    private static final Set<String> MONEY = Set.of("amount", "refund", "fee", "priceDifference");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final Set<String> DESK_WAYS = Set.of("CASH", "CARD", "COMPLIMENTARY");
    private static final Set<String> MODES = Set.of("OPEN", "PAUSED", "DRAINING", "CLOSED");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern ROLE = Pattern.compile("[A-Z_]{4,}");

    private final Words words;
    private final FieldLabels labels;
    private final Times times;

    LogWords(Words words, FieldLabels labels, Times times) {
        this.words = words;
        this.labels = labels;
        this.times = times;
    }

    public String what(String kind) {
        return KINDS.contains(kind) ? words.of("log.what." + kind) : kind;
    }

    /** @param member whom the action was about; null when it was about nobody */
    public String detail(Map<String, Object> detail, @Nullable String member) {
        String named = detail.entrySet().stream()
                .filter(value -> !HIDDEN.contains(value.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(value -> words.of(
                        "problem.field",
                        label(value.getKey()),
                        inWords(value.getKey(), String.valueOf(value.getValue()))))
                .collect(Collectors.joining("\n"));
        if (member == null) {
            return named;
        }
        String about = words.of("log.member", member.isEmpty() ? "–" : member);
        return named.isEmpty() ? about : about + "\n" + named;
    }

    private String label(String key) {
        String label = NAMED.contains(key) ? words.of("log.field." + key) : labels.name(key);
        return label == null ? key : label;
    }

    /** Moments in the shop's time, roles and modes of a line as the pages call them. */
    private String inWords(String key, String value) {
        if (key.equals("mode") && MODES.contains(value)) {
            return words.of("room.state." + value);
        }
        if (key.equals("way") && DESK_WAYS.contains(value)) {
            return words.of("desk.way." + value);
        }
        if (MONEY.contains(key) && NUMBER.matcher(value).matches()) {
            return String.format(Locale.ROOT, "%,d", Long.valueOf(value));
        }
        String timed = MOMENT.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(times.full(Instant.parse(found.group()))));
        return key.equals("role")
                ? ROLE.matcher(timed)
                        .replaceAll(found -> Matcher.quoteReplacement(role(found.group())))
                        .replace("(*)", "(" + words.of("team.all") + ")")
                : timed;
    }

    private String role(String name) {
        return Arrays.stream(TeamRole.values()).anyMatch(role -> role.name().equals(name))
                ? words.of("team.role." + name)
                : name;
    }
}
