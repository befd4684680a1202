package podo.web.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What plays when (event service). */
public interface Shows {

    record Found(List<Show> content, Numbers page) {}

    record Numbers(int number, int size, long totalElements, int totalPages) {}

    @GetExchange("/api/events")
    Found find(@RequestParam int page, @RequestParam int size, @RequestParam(required = false) @Nullable String query);

    @GetExchange("/api/events/{id}")
    Show one(@PathVariable long id);
}
