package podo.event.show.search;

import java.util.List;
import podo.contracts.event.EventKind;

/** The kinds, in the order of {@link EventKind}, and the cities, sorted, of the published events that are still to come. */
public record FilterChoices(List<EventKind> kinds, List<String> cities) {}
