package podo.web.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import podo.web.live.StreamBroadcaster.Topic;

/** The open streams by topic; a group exists while it has streams. */
final class StreamGroups {

    private final Map<Topic, StreamGroup> groups = new ConcurrentHashMap<>();

    void join(Topic topic, SseStream stream) {
        groups.compute(topic, (key, known) -> {
            StreamGroup group = known == null ? new StreamGroup() : known;
            group.add(stream);
            return group;
        });
    }

    void leave(Topic topic, SseStream stream) {
        groups.computeIfPresent(topic, (key, group) -> {
            group.remove(stream);
            return group.isEmpty() ? null : group;
        });
    }

    /** Removes the topic's group if it has no streams. */
    void removeIfEmpty(Topic topic) {
        groups.computeIfPresent(topic, (key, group) -> group.isEmpty() ? null : group);
    }

    void forEach(BiConsumer<Topic, StreamGroup> action) {
        groups.forEach(action);
    }

    boolean has(Topic topic) {
        return groups.containsKey(topic);
    }

    int size() {
        return groups.size();
    }
}
