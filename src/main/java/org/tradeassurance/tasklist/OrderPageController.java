package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.StaffView;

/** The page that an order's link leads to. It holds nothing of the order: its script reads what the login may see. */
@Hidden
@RestController
class OrderPageController {

    private final StaffView view;
    private final Frame frame;

    OrderPageController(StaffView view, Frame frame) {
        this.view = view;
        this.frame = frame;
    }

    @GetMapping("/orders/{orderNo:\\d{14}}")
    ResponseEntity<String> order(@PathVariable OrderNo orderNo, HttpServletRequest request, CsrfToken csrf) {
        Map<String, String> facts = Map.of(
                "orderNo", orderNo.value(),
                "cockpit", view.cockpitPageOf(orderNo).orElse(""));
        return frame.around("order", "order", request, csrf, facts);
    }
}
