package podo.web.hall;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.web.client.ServiceRefusal;
import podo.web.client.VenueClient;
import podo.web.form.FormOn;
import tools.jackson.databind.JsonNode;

/** A hall's plan for the designer's script and as files. A refusal tells the script which field is wrong, and the version that there is. */
@RestController
@RequestMapping("/admin/venues/{id}")
class PlanDataController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** @param version at which the plan was opened */
    record PlanSaved(@Nullable Integer version, @Nullable JsonNode plan) {}

    private final VenueClient venues;

    PlanDataController(VenueClient venues) {
        this.venues = venues;
    }

    @GetMapping("/plan.json")
    ResponseEntity<byte[]> json(@PathVariable long id) {
        return file(venues.plan(id), MediaType.APPLICATION_JSON, "venue-" + id + ".json");
    }

    @GetMapping("/plan.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id) {
        return file(venues.planCsv(id), CSV, "venue-" + id + ".csv");
    }

    @PostMapping(path = "/plan", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> save(@PathVariable long id, @RequestBody PlanSaved saved) {
        try {
            VenueClient.Venue hall = venues.get(id);
            VenueClient.Venue next = venues.replace(
                    id,
                    new VenueClient.Replacement(
                            hall.name(), hall.address(), hall.city(), saved.version(), saved.plan()));
            return ResponseEntity.ok(Map.of("version", next.version() == null ? 0 : next.version()));
        } catch (ServiceRefusal refusal) {
            return refused(refusal);
        }
    }

    @FormOn("/admin/venues/{id}/plan")
    @PostMapping(path = "/plan/read", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> read(@PathVariable long id, @RequestBody byte[] uploaded) {
        try {
            return ResponseEntity.ok(venues.readPlan(uploaded));
        } catch (ServiceRefusal refusal) {
            return refused(refusal);
        }
    }

    private static ResponseEntity<byte[]> file(byte[] body, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    private static ResponseEntity<Object> refused(ServiceRefusal refusal) {
        if (refusal.status() >= 500 || refusal.status() == 401) {
            throw refusal;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:problem:" + refusal.problem());
        problem.put("detail", refusal.detail());
        problem.put("version", refusal.member("version"));
        List<Map<String, String>> fields = refusal.fields().entrySet().stream()
                .map(field -> Map.of("field", field.getKey(), "message", field.getValue()))
                .toList();
        problem.put("fields", fields);
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
