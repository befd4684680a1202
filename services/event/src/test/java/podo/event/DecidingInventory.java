package podo.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.web.client.ResourceAccessException;
import podo.event.show.change.HallClient;

/** Test double of the inventory's decisions: accepts every change unless the test says otherwise. */
@TestComponent
@Primary
public class DecidingInventory implements HallClient {

    private final Map<Long, Function<HallQuestion, HallDecision>> answers = new ConcurrentHashMap<>();
    private final Map<Long, List<HallQuestion>> questions = new ConcurrentHashMap<>();

    public void refuses(long eventId, String refusal) {
        answers.put(eventId, question -> new HallDecision(refusal));
    }

    public void accepts(long eventId) {
        answers.remove(eventId);
    }

    public void losesItsAnswer(long eventId) {
        answers.put(eventId, question -> {
            throw new ResourceAccessException("no answer");
        });
    }

    public void does(long eventId, Runnable beforeItAnswers) {
        answers.put(eventId, question -> {
            beforeItAnswers.run();
            return new HallDecision(null);
        });
    }

    public List<HallQuestion> questions(long eventId) {
        return questions.getOrDefault(eventId, List.of());
    }

    @Override
    public HallDecision change(long eventId, HallQuestion question) {
        questions.computeIfAbsent(eventId, id -> new CopyOnWriteArrayList<>()).add(question);
        return answers.getOrDefault(eventId, any -> new HallDecision(null)).apply(question);
    }
}
