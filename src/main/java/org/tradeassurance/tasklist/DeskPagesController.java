package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Refusal;

/** The pages over many orders. Each is its name's script in the frame. */
@Hidden
@RestController
class DeskPagesController {

    private final Frame frame;

    DeskPagesController(Frame frame) {
        this.frame = frame;
    }

    /** Whoever is logged in sees the orders that the login may see. */
    @GetMapping("/orders")
    ResponseEntity<String> orders(HttpServletRequest request, CsrfToken csrf) {
        return frame.around("desk", "orders", request, csrf, Map.of());
    }

    @GetMapping("/overview")
    ResponseEntity<String> overview(HttpServletRequest request, CsrfToken csrf) {
        return forStaff("overview", request, csrf);
    }

    @GetMapping("/tasks")
    ResponseEntity<String> tasks(HttpServletRequest request, CsrfToken csrf) {
        return forStaff("tasks", request, csrf);
    }

    private ResponseEntity<String> forStaff(String page, HttpServletRequest request, CsrfToken csrf) {
        if (Account.current().role() != Account.Role.STAFF) {
            throw Refusal.notFound();
        }
        return frame.around("desk", page, request, csrf, Map.of());
    }
}
