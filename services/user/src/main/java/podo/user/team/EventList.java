package podo.user.team;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The events of a role, as they stand in a column and in the log. Whether they are the team's own is asked where they are used. */
final class EventList {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventList() {}

    static @Nullable String write(@Nullable SortedSet<Long> events) {
        return events == null ? null : JSON.writeValueAsString(events);
    }

    static @Nullable SortedSet<Long> read(@Nullable String column) {
        return column == null
                ? null
                : Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(JSON.readValue(column, Long[].class))));
    }

    static String words(@Nullable SortedSet<Long> events) {
        return events == null ? "*" : events.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
