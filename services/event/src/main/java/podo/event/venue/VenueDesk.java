package podo.event.venue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.event.plan.PlanCheck;
import podo.event.plan.PlanOutline;
import podo.event.plan.PlanRoom;
import podo.event.plan.SeatingPlan;
import podo.event.plan.SectionSketch;
import podo.event.plan.SketchedPlan;
import podo.starter.problem.NotFound;

/** Creates, changes and copies an organiser's venues; another organiser's do not exist. */
@Service
@Transactional
class VenueDesk {

    private final Venues venues;
    private final VenuePlans plans;
    private final Clock clock;

    VenueDesk(Venues venues, VenuePlans plans, Clock clock) {
        this.venues = venues;
        this.plans = plans;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<VenueResponse> own(Collection<Long> teams) {
        return venues.findByOrganiserIdInOrderById(teams).stream()
                .map(VenueResponse::of)
                .toList();
    }

    @Transactional(readOnly = true)
    VenueResponse own(long organiserId, long id) {
        Venue venue = find(organiserId, id);
        return plans.find(venue, venue.planVersion())
                .map(plan -> VenueResponse.of(venue, plan))
                .orElseGet(() -> VenueResponse.of(venue));
    }

    /** @param version null for the newest */
    @Transactional(readOnly = true)
    SeatingPlan plan(long organiserId, long id, @Nullable Integer version) {
        Venue venue = find(organiserId, id);
        int wanted = version == null ? venue.planVersion() : version;
        return plans.find(venue, wanted).map(plan -> plan.withVersion(wanted)).orElseThrow(NotFound::new);
    }

    /** The same as JSON. */
    @Transactional(readOnly = true)
    String planJson(long organiserId, long id, @Nullable Integer version) {
        Venue venue = find(organiserId, id);
        return plans.findJson(venue, version == null ? venue.planVersion() : version)
                .orElseThrow(NotFound::new);
    }

    VenueResponse create(long organiserId, Venue.Naming naming, SeatingPlan plan) {
        PlanOutline outline = PlanOutline.of(plan);
        Venue venue = venues.save(new Venue(organiserId, naming, outline.sections(), outline.seats(), clock.instant()));
        plans.insert(venue.id(), venue.planVersion(), plan);
        return VenueResponse.of(venue);
    }

    /**
     * Makes the plan the venue's next version. Events keep the version from which they were laid out.
     *
     * @param opened the version that was changed; another one meanwhile is {@link PlanChanged}; null does not ask
     */
    VenueResponse replace(long organiserId, long id, Venue.Naming naming, SeatingPlan plan, @Nullable Integer opened) {
        return replace(lock(organiserId, id), naming, plan, opened);
    }

    private VenueResponse replace(Venue venue, Venue.Naming naming, SeatingPlan plan, @Nullable Integer opened) {
        if (opened != null && opened != venue.planVersion()) {
            throw new PlanChanged(venue.planVersion());
        }
        plans.keep(venue);
        PlanOutline outline = PlanOutline.of(plan);
        plans.insert(venue.id(), venue.replan(naming, outline.sections(), outline.seats()), plan);
        return VenueResponse.of(venue);
    }

    /** Adds generated sections to the plan, which is its next version; those without a place stand behind what is there. */
    VenueResponse add(long organiserId, long id, List<SectionSketch> sketches, @Nullable Integer opened) {
        Venue venue = lock(organiserId, id);
        SeatingPlan before = plans.find(venue, venue.planVersion()).orElseThrow(NotFound::new);
        List<SeatingPlan.Section> sections = new ArrayList<>(before.sections());
        for (SectionSketch sketch : sketches) {
            sections.addAll(SketchedPlan.of(List.of(PlanRoom.behind(sections, sketch)), List.of())
                    .sections());
        }
        SeatingPlan plan = new SeatingPlan(null, sections, before.areas(), before.shapes());
        PlanCheck.check(plan, "");
        return replace(venue, venue.naming(), plan, opened);
    }

    /** @param name of the copy */
    VenueResponse copy(long organiserId, long id, String name) {
        Venue original = find(organiserId, id);
        Venue.Naming naming = original.naming();
        return create(
                organiserId,
                new Venue.Naming(name, naming.address(), naming.city()),
                plan(organiserId, id, null).withVersion(null));
    }

    private Venue lock(long organiserId, long id) {
        return venues.lockById(id).filter(found -> found.isOwnedBy(organiserId)).orElseThrow(NotFound::new);
    }

    private Venue find(long organiserId, long id) {
        return venues.findById(id).filter(found -> found.isOwnedBy(organiserId)).orElseThrow(NotFound::new);
    }
}
