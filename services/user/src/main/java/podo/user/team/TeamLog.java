package podo.user.team;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import podo.contracts.team.TeamActionDone;
import podo.outbox.Outbox;

/** Tells the log, which reservation keeps, what was done with a team; within the transaction in which it is done. */
@Component
public class TeamLog {

    private final Outbox outbox;
    private final Clock clock;

    TeamLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public void record(long teamId, long accountId, String what, Map<String, String> detail) {
        outbox.send(new TeamActionDone(
                "user", UUID.randomUUID().toString(), teamId, null, accountId, what, detail, clock.instant()));
    }
}
