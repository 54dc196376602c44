package org.tradeassurance.order;

import java.util.Map;

/**
 * What a row of a decision table said about an order.
 *
 * @param deployment of the table
 * @param row its id
 * @param inputs by name: what the table asked for and was given
 * @param outputs by name
 */
public record DecisionTaken(
        String table, String deployment, String row, Map<String, Object> inputs, Map<String, Object> outputs) {}
