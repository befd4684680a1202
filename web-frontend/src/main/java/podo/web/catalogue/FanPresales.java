package podo.web.catalogue;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventStatus;
import podo.web.catalogue.FanPresaleClient.Presale;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.page.TemplateBean;

/** The presales of an event, as pages show them. Nobody is asked once the general sale has opened. */
@Component("presales")
public class FanPresales implements TemplateBean {

    private static final Logger log = LoggerFactory.getLogger(FanPresales.class);

    private final FanPresaleClient client;
    private final Clock clock;

    FanPresales(FanPresaleClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** By their beginning; none while the service does not answer, since a page is of use without them. */
    public List<Presale> of(ListedEvent event) {
        if (!isAhead(event)) {
            return List.of();
        }
        try {
            return client.announced(event.id());
        } catch (RuntimeException e) {
            log.debug("The presales of event {} could not be read: {}", event.id(), e.toString());
            return List.of();
        }
    }

    /** The one whose code the fan of this request has entered; null without one. */
    public @Nullable Presale ofFan(ListedEvent event) {
        if (!isAhead(event)) {
            return null;
        }
        try {
            return client.own(event.id());
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 404) {
                return null;
            }
            throw refusal;
        }
    }

    public boolean isOpen(Presale presale) {
        return presale.isOpenAt(clock.instant());
    }

    private boolean isAhead(ListedEvent event) {
        return (event.is(EventStatus.ANNOUNCED) || event.is(EventStatus.LOBBY))
                && event.onSaleAt().isAfter(clock.instant());
    }
}
