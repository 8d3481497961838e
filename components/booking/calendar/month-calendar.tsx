'use client';

import { useMemo, useState } from 'react';
import { DayPicker, type Formatters, type Labels } from 'react-day-picker';
import { dayLabel } from '@/lib/booking/day-view';
import { daysOnShow, type Place, placeHref } from '@/lib/booking/place';
import type { WizardView } from '@/lib/booking/view-model';
import {
  addMonths,
  dayName,
  fromDate,
  monthName,
  monthOf,
  toDate,
  weekdayName,
} from '@/lib/time/calendar-dates';
import { goTo } from '../steps/step-link';
import { CalendarContext } from './calendar-context';
import { DayLink } from './day-link';
import styles from './month-calendar.module.css';
import { MonthNav } from './month-nav';
import { useMounted } from './use-mounted';
import { useSwipe } from './use-swipe';

const classes = {
  month_grid: styles.grid ?? '',
  weekday: styles.weekday ?? '',
  day: styles.day ?? '',
};
// `MonthNav` shows the month's name, outside the area that can be swiped.
const components = { DayButton: DayLink, MonthCaption: () => <></> };
const monthTitle = (date: Date) => monthName(monthOf(fromDate(date)));

// Every word is ours, because the browser has only a part of the library's `format`: next.config.mjs.
const formatters: Partial<Formatters> = {
  formatCaption: monthTitle,
  formatWeekdayName: (weekday) => weekdayName(weekday).slice(0, 2),
};

/**
 * The month follows the URL, but changes immediately when changed here, because the grid moves the
 * keyboard focus in the same render.
 */
function useMonth(view: WizardView, place: Place) {
  const [month, setMonth] = useState(place.month);
  const [followed, setFollowed] = useState(place.month);
  if (followed !== place.month) {
    setFollowed(place.month);
    setMonth(place.month);
  }
  const hrefOf = (target: string) =>
    placeHref(view, { date: place.day?.date, month: target, thisWeek: place.thisWeek });
  function turnTo(target: string) {
    setMonth(target);
    goTo(hrefOf(target), 'replace');
  }
  return { month, hrefOf, turnTo };
}

function useLabels(view: WizardView): Partial<Labels> {
  return useMemo(() => {
    const days = new Map(view.days.map((day) => [day.date, day]));
    return {
      labelGrid: monthTitle,
      labelWeekday: (weekday) => weekdayName(weekday),
      labelDayButton: (day, modifiers) => {
        const date = fromDate(day);
        const offered = modifiers.disabled ? undefined : days.get(date);
        const words = offered ? dayLabel(offered) : `${dayName(date)}, no times`;
        return modifiers.today ? `Today, ${words}` : words;
      },
    };
  }, [view.days]);
}

export function MonthCalendar({ view, place }: { view: WizardView; place: Place }) {
  const { month, hrefOf, turnTo } = useMonth(view, place);
  const labels = useLabels(view);
  const mounted = useMounted();
  const firstMonth = monthOf(view.today);
  const lastMonth = monthOf(view.lastDate);
  const offered = new Set(daysOnShow(view, place.thisWeek).map((day) => day.date));
  const dayHref = (date: string) => placeHref(view, { date, thisWeek: place.thisWeek });
  const swipe = useSwipe({
    toPrevious: month > firstMonth ? () => turnTo(addMonths(month, -1)) : undefined,
    toNext: month < lastMonth ? () => turnTo(addMonths(month, 1)) : undefined,
  });

  return (
    <div className={styles.calendar}>
      <MonthNav {...{ month, firstMonth, lastMonth, hrefOf }} onMove={turnTo} />
      <div className={styles.swipe} {...swipe}>
        <CalendarContext value={{ hrefOf: dayHref, rovesFocus: mounted }}>
          <DayPicker
            mode="single"
            required
            selected={place.day ? toDate(place.day.date) : undefined}
            onSelect={(date) => goTo(dayHref(fromDate(date)))}
            month={toDate(`${month}-01`)}
            onMonthChange={(date) => turnTo(monthOf(fromDate(date)))}
            startMonth={toDate(`${firstMonth}-01`)}
            endMonth={toDate(`${lastMonth}-01`)}
            today={toDate(view.today)}
            disabled={(date) => !offered.has(fromDate(date))}
            weekStartsOn={1}
            fixedWeeks
            hideNavigation
            lang="en"
            {...{ classNames: classes, components, formatters, labels }}
          />
        </CalendarContext>
      </div>
    </div>
  );
}
