package podo.web.team;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
            "VENUE_CREATED",
            "VENUE_CHANGED",
            "LEVERS_SET",
            "SEATS_BLOCKED",
            "SEATS_UNBLOCKED",
            "REFUNDED",
            "MOVED",
            "NOTED",
            "NAMED",
            "TICKETS_SENT",
            "ORDERS_EXPORTED",
            "MEMBER_INVITED",
            "INVITATION_WITHDRAWN",
            "MEMBER_JOINED",
            "ROLE_CHANGED",
            "MEMBER_REMOVED",
            "MEMBER_LEFT",
            "TEAM_RENAMED");

    /** Numbers that say nothing to people. */
    private static final Set<String> HIDDEN = Set.of("cancellationId", "moveId", "account");

    private final Words words;

    LogWords(Words words) {
        this.words = words;
    }

    public String what(String kind) {
        return KINDS.contains(kind) ? words.of("log.what." + kind) : kind;
    }

    /** @param member whom the action was about; null when it was about nobody */
    public String detail(Map<String, Object> detail, @Nullable String member) {
        String named = detail.entrySet().stream()
                .filter(value -> !HIDDEN.contains(value.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining("\n"));
        if (member == null) {
            return named;
        }
        String about = words.of("log.member", member.isEmpty() ? "–" : member);
        return named.isEmpty() ? about : about + "\n" + named;
    }
}
