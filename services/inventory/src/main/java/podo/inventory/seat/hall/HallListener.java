package podo.inventory.seat.hall;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventMessage;
import podo.contracts.event.EventPublished;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SaleEnds;
import podo.inventory.seat.SeatChangePublisher;

/**
 * Consumes messages about events. A duplicate changes nothing: a hall is inserted once, a change that was decided before
 * ({@link HallChanges}) or is older than the hall is skipped, and a cancelled hall stays cancelled. {@link HallBuilder} lays out the seats, because it may have to wait for the event
 * service.
 */
@Component
@KafkaListener(topics = EventMessage.TOPIC, groupId = "inventory")
class HallListener {

    private static final Logger log = LoggerFactory.getLogger(HallListener.class);

    private final HallUpdates hallUpdates;
    private final SeatBlocks blocks;
    private final Halls halls;
    private final SeatChangePublisher seatChanges;
    private final ApplicationEventPublisher applicationEvents;
    private final Clock clock;

    HallListener(
            HallUpdates hallUpdates,
            SeatBlocks blocks,
            Halls halls,
            SeatChangePublisher seatChanges,
            ApplicationEventPublisher applicationEvents,
            Clock clock) {
        this.hallUpdates = hallUpdates;
        this.blocks = blocks;
        this.halls = halls;
        this.seatChanges = seatChanges;
        this.applicationEvents = applicationEvents;
        this.clock = clock;
    }

    @KafkaHandler
    void published(EventPublished message) {
        if (hallUpdates.insert(message.eventId(), message.show(), clock.instant())) {
            log.info("Event {} is published; its seats will be laid out", message.eventId());
        }
    }

    @KafkaHandler
    @Transactional
    void changed(EventChanged message) {
        if (hallUpdates.insert(message.eventId(), message.show(), clock.instant())) {
            return; // the publication comes late: then it finds the newer hall and changes nothing
        }
        if (hallUpdates.update(message.eventId(), message.show(), clock.instant())) {
            hallUpdates.updateSeatRevisions(message.eventId());
            applicationEvents.publishEvent(
                    new SaleEnds(message.eventId(), message.show().salesEndAt()));
            afterCommit(() -> {
                halls.evict(message.eventId());
                seatChanges.publishReload(message.eventId());
            });
        }
    }

    /** Readers who are told of the change must find it in the database. */
    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    @KafkaHandler
    void cancelled(EventCancelled message) {
        if (blocks.blockCancelled(message.eventId())) {
            halls.evict(message.eventId());
            seatChanges.publishReload(message.eventId());
            log.info("Event {} is cancelled; its unsold seats are blocked", message.eventId());
        }
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}
}
