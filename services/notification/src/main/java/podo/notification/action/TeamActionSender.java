package podo.notification.action;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.notification.action.TeamActionClient.Action;

/**
 * Tells reservation what was done, in its order, and goes on with the same one in the next round when it does not answer. Several instances may tell
 * the same; the log has an action once.
 */
@Component
class TeamActionSender {

    private static final Logger log = LoggerFactory.getLogger(TeamActionSender.class);
    private static final int AT_ONCE = 50;

    private final ActionsToTell actions;
    private final TeamActionClient reservation;

    TeamActionSender(ActionsToTell actions, TeamActionClient reservation) {
        this.actions = actions;
        this.reservation = reservation;
    }

    @Scheduled(fixedDelayString = "${podo.team-actions.every:2s}")
    void tell() {
        try {
            for (Action action : actions.untold(AT_ONCE)) {
                reservation.record(action);
                actions.remove(action.actionId());
            }
        } catch (RestClientException | IllegalStateException e) {
            log.warn("The log of teams is told in the next round: {}", e.toString());
        }
    }
}
