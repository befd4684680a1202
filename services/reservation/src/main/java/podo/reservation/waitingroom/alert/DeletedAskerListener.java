package podo.reservation.waitingroom.alert;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import podo.reservation.account.AccountForgotten;

/** Offers no seat to a deleted account. To forget it twice is the same. */
@Component
class DeletedAskerListener {

    private final SeatAlerts alerts;

    DeletedAskerListener(SeatAlerts alerts) {
        this.alerts = alerts;
    }

    @EventListener
    public void on(AccountForgotten deleted) {
        alerts.forget(deleted.accountId());
    }
}
