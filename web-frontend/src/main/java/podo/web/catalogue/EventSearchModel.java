package podo.web.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/** Puts the list of events, its filters and their problems into the model of the home page. */
@Component
class EventSearchModel {

    private static final EventClient.FilterChoices NO_CHOICES = new EventClient.FilterChoices(List.of(), List.of());

    private final CachedCatalogue catalogue;
    private final Words words;

    EventSearchModel(CachedCatalogue catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    void fill(EventSearch search, EventClient.EventPage found, Model model) {
        Map<Boolean, List<ListedEvent>> byClosed =
                found.content().stream().collect(Collectors.partitioningBy(ListedEvent::isClosed));
        model.addAttribute("found", found);
        model.addAttribute("bookable", byClosed.get(false));
        model.addAttribute("closed", byClosed.get(true));
        model.addAttribute("search", search);
        model.addAttribute("query", search.query());
        model.addAttribute("wrong", problems(search));
        EventClient.FilterChoices choices = choices();
        model.addAttribute("kinds", choices.kinds());
        model.addAttribute("cities", withChosen(choices.cities(), search.city()));
    }

    private Map<String, String> problems(EventSearch search) {
        Map<String, String> problems = new LinkedHashMap<>();
        search.problems().forEach((field, key) -> problems.put(field, words.of(key)));
        return problems;
    }

    /** The list is worth more than its filters: they are empty while their call fails. */
    private EventClient.FilterChoices choices() {
        try {
            return catalogue.filterChoices();
        } catch (ServiceRefusal unavailable) {
            return NO_CHOICES;
        }
    }

    private static List<String> withChosen(List<String> cities, @Nullable String chosen) {
        if (chosen == null || chosen.isEmpty() || cities.contains(chosen)) {
            return cities;
        }
        List<String> all = new ArrayList<>(cities);
        all.add(chosen);
        return all;
    }
}
