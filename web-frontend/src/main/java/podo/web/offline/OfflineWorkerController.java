package podo.web.offline;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The script of the service workers. Its address decides which pages it answers for, so it has one for each part of the site. */
@RestController
class OfflineWorkerController {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final Resource WORKER = new ClassPathResource("static/assets/offline-worker.js");

    /** The header allows the part of the site without the slash at its end too. */
    @GetMapping({"/tickets/worker.js", "/door/worker.js"})
    ResponseEntity<Resource> worker(HttpServletRequest request) {
        String part = request.getRequestURI().replace("/worker.js", "");
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate())
                .header("Service-Worker-Allowed", part)
                .body(WORKER);
    }
}
