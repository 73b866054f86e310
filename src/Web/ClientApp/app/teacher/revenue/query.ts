/** The period, and the zone that its days are of, as every revenue route takes them. */
export interface RevenueQuery {
  from: string;
  to: string;
  time_zone: string;
}
