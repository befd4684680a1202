package podo.inventory.seat.hall;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.web.client.ResourceAccessException;

/** Replaces the event service in tests; fails for events without a plan. */
@TestComponent
@Primary
public class StubShowPlans implements ShowPlanClient {

    private final Map<Long, ShowPlan> plans = new ConcurrentHashMap<>();

    void has(ShowPlan plan) {
        plans.put(plan.eventId(), plan);
    }

    @Override
    public ShowPlan of(long eventId) {
        ShowPlan plan = plans.get(eventId);
        if (plan == null) {
            throw new ResourceAccessException("event is away");
        }
        return plan;
    }
}
