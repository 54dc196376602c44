package org.tradeassurance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Trade Assurance Orders: orders from draft to feedback under a supplier's assurance quota. */
@SpringBootApplication
public class TradeAssuranceApplication {

    public static void main(String[] args) {
        SpringApplication.run(TradeAssuranceApplication.class, args);
    }
}
